// What PDFBox and Bouncy Castle say of signed papers: java -cp … Check.java ROOT.pem FILE…
// One line a file: its name, "valid" where it opens and every signature in it holds and leads to the
// root, else "refused"; the number of signatures; "whole" where one covers all bytes but itself; a
// word on what was wrong. As a program would that follows PDFBox's own example (ShowSignature), with
// the time of signing left aside: it looks at each signature and its range, and at nothing between.
import java.io.File;
import java.io.FileInputStream;
import java.io.FileReader;
import java.util.Collection;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;

public class Check {
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  public static void main(String[] args) throws Exception {
    X509CertificateHolder root;
    try (PEMParser pem = new PEMParser(new FileReader(args[0]))) {
      root = (X509CertificateHolder) pem.readObject();
    }
    for (int i = 1; i < args.length; ++i) {
      System.out.println(new File(args[i]).getName() + "\t" + judge(new File(args[i]), root));
    }
  }

  private static String judge(File file, X509CertificateHolder root) {
    int count = 0;
    boolean whole = false;
    try (PDDocument document = PDDocument.load(file)) {
      document.getNumberOfPages();
      for (PDSignature one : document.getSignatureDictionaries()) {
        ++count;
        byte[] signed;
        byte[] cms;
        try (FileInputStream in = new FileInputStream(file)) {
          signed = one.getSignedContent(in);
        }
        try (FileInputStream in = new FileInputStream(file)) {
          cms = one.getContents(in);
        }
        String wrong = wrong(signed, cms, root);
        int[] range = one.getByteRange();
        whole |= range[0] == 0 && range[2] + (long) range[3] == file.length();
        if (wrong != null) return "refused\t" + count + "\t" + (whole ? "whole" : "part") + "\t" + wrong;
      }
    } catch (Throwable thrown) {
      return "refused\t" + count + "\tpart\t" + thrown.getClass().getSimpleName();
    }
    return (count == 0 ? "refused\t0" : "valid\t" + count) + "\t" + (whole ? "whole" : "part") + "\t-";
  }

  private static String wrong(byte[] signed, byte[] cms, X509CertificateHolder root) throws Exception {
    CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(signed), cms);
    Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
    if (signers.isEmpty()) return "no signer";
    for (SignerInformation signer : signers) {
      @SuppressWarnings("unchecked")
      Collection<X509CertificateHolder> found = data.getCertificates().getMatches(signer.getSID());
      if (found.isEmpty()) return "no certificate";
      X509CertificateHolder certificate = found.iterator().next();
      if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                             .setProvider(PROVIDER)
                             .build(new JcaX509CertificateConverter().getCertificate(certificate)))) {
        return "signature";
      }
      if (!certificate.getIssuer().equals(root.getSubject())) return "issuer";
      try {
        new JcaX509CertificateConverter().getCertificate(certificate).verify(
            new JcaX509CertificateConverter().getCertificate(root).getPublicKey());
      } catch (java.security.GeneralSecurityException other) {
        return "issuer";
      }
    }
    return null;
  }
}

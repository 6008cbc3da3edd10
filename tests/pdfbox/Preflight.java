// What PDFBox's preflight says of papers: java -cp … Preflight.java FILE…
// It knows PDF/A-1b alone. One line a finding: the file, how often, the code, the words.
import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

public class Preflight {
  public static void main(String[] args) throws Exception {
    for (String name : args) {
      Map<String, Integer> found = new TreeMap<>();
      for (ValidationResult.ValidationError one : validate(new File(name)).getErrorsList()) {
        found.merge(one.getErrorCode() + "\t" + one.getDetails(), 1, Integer::sum);
      }
      for (Map.Entry<String, Integer> one : found.entrySet()) {
        System.out.println(new File(name).getName() + "\t" + one.getValue() + "\t" + one.getKey());
      }
      System.out.println(new File(name).getName() + "\t" + found.size() + " kinds of findings");
    }
  }

  private static ValidationResult validate(File file) throws Exception {
    PreflightParser parser = new PreflightParser(file);
    try {
      parser.parse();
    } catch (SyntaxValidationException broken) {
      return broken.getResult();
    }
    try (PreflightDocument document = parser.getPreflightDocument()) {
      document.validate();
      return document.getResult();
    }
  }
}

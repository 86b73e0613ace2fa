package parlance.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceRulesTest {

    private final JavaClasses all = new ClassFileImporter().importPackages("parlance.sample");
    private final JavaClasses careful =
            new ClassFileImporter().importPackages("parlance.sample.careful");

    @Test
    void findWhatACarelessClassBreaks() {
        assertThat(violations(all))
                .anySatisfy(text -> assertThat(text).contains("Instant.now()"))
                .anySatisfy(text -> assertThat(text).contains("Careless.stranger", "Inject"))
                .anySatisfy(text -> assertThat(text).contains("has no package-info"))
                .anySatisfy(text -> assertThat(text).contains("parlance.other.Stranger"))
                .anySatisfy(text -> assertThat(text).contains("Cycle detected"))
                .anySatisfy(text -> assertThat(text).contains("TopicPartition"))
                .anySatisfy(text -> assertThat(text).contains("CarelessStore", "MongoClient"))
                .anySatisfy(text -> assertThat(text).contains("CarelessDocument", "bson.Document"));
    }

    @Test
    void letACarefulClassBe() {
        assertThat(violations(careful)).isEmpty();
    }

    private static List<String> violations(JavaClasses classes) {
        return ServiceRules.rules("parlance.sample", Set.of()).stream()
                .flatMap(rule -> rule.evaluate(classes).getFailureReport().getDetails().stream())
                .toList();
    }
}

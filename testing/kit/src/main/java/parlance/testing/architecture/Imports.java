package parlance.testing.architecture;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.ONLY_INCLUDE_TESTS;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;

/** The classes of the module under test, as its class path has them. */
final class Imports {

    private Imports() {}

    static JavaClasses mainClasses(String root) {
        return new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages(root);
    }

    /** Full names of the classes in the module's test folder. */
    static Set<String> testClassNames(String root) {
        return new ClassFileImporter()
                .withImportOption(ONLY_INCLUDE_TESTS).importPackages(root).stream()
                        .map(JavaClass::getName)
                        .collect(toUnmodifiableSet());
    }
}

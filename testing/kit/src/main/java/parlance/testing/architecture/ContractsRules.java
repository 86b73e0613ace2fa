package parlance.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;

/** What contracts may import. */
public final class ContractsRules {

    private static final String ROOT = "parlance.contracts";

    private ContractsRules() {}

    /** Fails with everything that contracts break. */
    public static void check() {
        var rules = new ArrayList<>(EverywhereRules.all());
        rules.add(contractsStayPlain());
        rules.add(onlyTheCodecKnowsTheParser());
        CompositeArchRule.of(rules).check(Imports.mainClasses(ROOT));
    }

    private static ArchRule contractsStayPlain() {
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        ROOT + "..",
                        "com.fasterxml.jackson..",
                        "jakarta.validation..",
                        "org.jspecify..")
                .as("contracts_stay_plain")
                .because("every service, test and tool can then use them");
    }

    private static ArchRule onlyTheCodecKnowsTheParser() {
        return noClasses()
                .that(not(belongToTheCodec()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..")
                .as("contracts_stay_plain: only Json parses and writes");
    }

    private static DescribedPredicate<JavaClass> belongToTheCodec() {
        return describe(
                "belong to the codec",
                type -> type.getName().equals(ROOT + ".Json") || isNestedInTheCodec(type));
    }

    private static boolean isNestedInTheCodec(JavaClass type) {
        return type.getName().startsWith(ROOT + ".Json$");
    }
}

package parlance.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;

/** What may import what inside service-kit. */
public final class KitRules {

    private static final String ROOT = "parlance.kit";

    private KitRules() {}

    /** Fails with everything that the kit breaks. */
    public static void check() {
        var rules = new ArrayList<>(EverywhereRules.all());
        rules.add(theKitKnowsNoChat());
        CompositeArchRule.of(rules).check(Imports.mainClasses(ROOT));
    }

    private static ArchRule theKitKnowsNoChat() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("parlance.contracts.*..")
                .as("the_kit_knows_no_chat")
                .because("what only some services need belongs to them");
    }
}

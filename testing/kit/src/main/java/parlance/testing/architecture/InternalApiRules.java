package parlance.testing.architecture;

import com.tngtech.archunit.lang.CompositeArchRule;

/** What may import what inside internal-api. */
public final class InternalApiRules {

    private InternalApiRules() {}

    /** Fails with everything that the module breaks. */
    public static void check() {
        CompositeArchRule.of(EverywhereRules.all())
                .check(Imports.mainClasses("parlance.internalapi"));
    }
}

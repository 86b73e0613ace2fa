package parlance.kit;

import org.junit.jupiter.api.Test;
import parlance.testing.architecture.ContractsRules;
import parlance.testing.architecture.KitRules;

class ArchitectureTest {

    @Test
    void holds() {
        KitRules.check();
    }

    /** Here, because the rules themselves stand on contracts. */
    @Test
    void holdsForContracts() {
        ContractsRules.check();
    }
}

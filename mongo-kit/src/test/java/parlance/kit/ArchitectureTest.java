package parlance.kit;

import org.junit.jupiter.api.Test;
import parlance.testing.architecture.KitRules;

class ArchitectureTest {

    @Test
    void theKitsKeepTheirRules() {
        KitRules.check();
    }
}

package parlance.internalapi;

import org.junit.jupiter.api.Test;
import parlance.testing.architecture.InternalApiRules;

class ArchitectureTest {

    @Test
    void holds() {
        InternalApiRules.check();
    }
}

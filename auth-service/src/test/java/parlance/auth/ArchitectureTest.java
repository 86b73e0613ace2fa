package parlance.auth;

import org.junit.jupiter.api.Test;
import parlance.testing.architecture.ServiceRules;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheRules() {
        ServiceRules.check("parlance.auth");
    }
}

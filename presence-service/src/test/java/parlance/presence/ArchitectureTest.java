package parlance.presence;

import org.junit.jupiter.api.Test;
import parlance.testing.architecture.ServiceRules;

class ArchitectureTest {

    @Test
    void holds() {
        ServiceRules.check("parlance.presence");
    }
}

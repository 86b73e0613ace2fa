package parlance.conversation;

import org.junit.jupiter.api.Test;
import parlance.testing.architecture.ServiceRules;

class ArchitectureTest {

    @Test
    void followsTheRulesOfAllServices() {
        ServiceRules.check("parlance.conversation");
    }
}

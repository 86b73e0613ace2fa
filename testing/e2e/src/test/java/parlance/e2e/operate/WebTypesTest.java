package parlance.e2e.operate;

import org.junit.jupiter.api.Test;

/** The client module and the page are plain JavaScript, whose types stand in comments. */
class WebTypesTest {

    @Test
    void theTypesOfTheClientAndThePageFit() throws Exception {
        new Tool("tsc", "node-typescript").runs("-p", "web");
    }
}

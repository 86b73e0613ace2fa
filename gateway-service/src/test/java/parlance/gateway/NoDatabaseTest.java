package parlance.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NoDatabaseTest {

    @Test
    void theGatewayCarriesNoDriverOfMongoDb() {
        for (var type : new String[] {"com.mongodb.MongoException", "org.bson.Document"}) {
            assertThatThrownBy(() -> Class.forName(type))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }
}

package parlance.kit.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parlance.contracts.Json;

/** HTTP speaks the same JSON as the socket. */
final class JsonOverHttp {

    @Produces
    @Singleton
    ObjectMapper mapper() {
        return Json.mapper();
    }
}

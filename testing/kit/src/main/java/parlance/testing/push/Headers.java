package parlance.testing.push;

import com.sun.net.httpserver.HttpExchange;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A request's headers by their lower-case names, the first value of each. */
final class Headers {

    private Headers() {}

    static Map<String, String> of(HttpExchange exchange) {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return Map.copyOf(headers);
    }
}

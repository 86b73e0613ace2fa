package parlance.e2e.client;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import parlance.testing.http.Requests;

/** HTTP requests to the front door of the shared suite. */
public final class FrontDoor {

    private FrontDoor() {}

    /** Without a body. */
    public static RequestSpecification request() {
        return Requests.to(TestSuite.shared().frontDoor());
    }

    public static RequestSpecification json(Map<String, ?> body) {
        return request().contentType(ContentType.JSON).body(body);
    }

    /** JSON, with this key to the admin routes. */
    public static RequestSpecification administrator(String key) {
        return request().contentType(ContentType.JSON).header("admin-api-key", key);
    }

    public static RequestSpecification administrator() {
        return administrator(TestSuite.shared().environment().get("PARLANCE_ADMIN_API_KEY"));
    }
}

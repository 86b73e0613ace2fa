package parlance.auth.account;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.user.Credentials;
import parlance.contracts.user.EmailQuery;
import parlance.contracts.user.ExternalUser;
import parlance.contracts.user.NewPassword;
import parlance.contracts.user.User;
import parlance.contracts.user.UserQuery;
import parlance.contracts.user.Users;
import parlance.kit.http.ServiceToken;

/** The internal REST of user-service. */
@Path("/internal/users")
@RegisterRestClient(configKey = "user-service")
@RegisterProvider(ServiceToken.class)
@Timeout(value = 6, unit = ChronoUnit.SECONDS)
@CircuitBreaker(failOn = ProcessingException.class)
interface UserServiceClient {

    @POST
    @Path("/verify")
    User verify(Credentials credentials);

    @POST
    @Path("/find-by-email")
    @Retry(maxRetries = 2, delay = 100, retryOn = ProcessingException.class)
    User findByEmail(EmailQuery query);

    @PUT
    @Path("/password")
    @Retry(maxRetries = 2, delay = 100, retryOn = ProcessingException.class)
    void setPassword(NewPassword password);

    @POST
    @Path("/find-active")
    @Retry(maxRetries = 2, delay = 100, retryOn = ProcessingException.class)
    Users findActive(UserQuery query);

    @POST
    @Path("/external")
    @Retry(maxRetries = 2, delay = 100, retryOn = ProcessingException.class)
    User findOrOpen(ExternalUser who);
}

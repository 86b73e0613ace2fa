package parlance.internalapi.user;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import parlance.contracts.user.User;
import parlance.internalapi.CallPolicy;
import parlance.internalapi.CallRejected;
import parlance.internalapi.CallRejectedMapper;
import parlance.kit.http.ServiceToken;

/** What user-service answers to other services. */
@Path("/internal")
@RegisterRestClient(configKey = "user-service")
@RegisterProvider(ServiceToken.class)
@RegisterProvider(CallRejectedMapper.class)
@Timeout(CallPolicy.TIMEOUT)
@Retry(
        maxRetries = CallPolicy.RETRIES,
        delay = CallPolicy.RETRY_DELAY,
        abortOn = CallRejected.class)
@CircuitBreaker(skipOn = CallRejected.class)
public interface UserApi {

    /** Milliseconds for what computes a password hash, or waits for others that do. */
    long HASHING_TIMEOUT = 6_000;

    /** See {@link UserQuery}. */
    @POST
    @Path("/users/find")
    Users find(UserQuery query);

    /** The same without suspended users, for signing in. */
    @POST
    @Path("/users/find-active")
    Users findActive(UserQuery query);

    /** See {@link EmailQuery}. */
    @POST
    @Path("/users/find-by-email")
    User findByEmail(EmailQuery query);

    /** See {@link Credentials}. It is not repeated: a second hash would not be faster. */
    @POST
    @Path("/users/verify")
    @Timeout(HASHING_TIMEOUT)
    @Retry(maxRetries = 0)
    User verify(Credentials credentials);

    /** See {@link NewPassword}. */
    @PUT
    @Path("/users/password")
    @Timeout(HASHING_TIMEOUT)
    void setPassword(NewPassword password);

    /** See {@link ExternalUser}. A new account gets a password that is not used, so it hashes. */
    @POST
    @Path("/users/external")
    @Timeout(HASHING_TIMEOUT)
    User findOrCreate(ExternalUser who);

    /** See {@link BlockQuery}. */
    @POST
    @Path("/blocks/find")
    BlockLists findBlockLists(BlockQuery query);

    /** See {@link IssuerQuery}. */
    @POST
    @Path("/issuers/find")
    TrustedIssuers findIssuers(IssuerQuery query);
}

using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Credentials;

/// <summary>
/// <c>--client-ca-file</c>: the user is the certificate's common name. Groups are not read from its organizations in 1.3
/// (CommonNameUserConversion in plugin/pkg/auth/authenticator/request/x509). Whoever accepts the connection verifies the certificate.
/// </summary>
public sealed class ClientCertificate : IAuthenticator
{
    public User? Authenticate(ServerRequest request) =>
        request.Caller.CertificateName is { Length: > 0 } name ? new User(name) : null;
}

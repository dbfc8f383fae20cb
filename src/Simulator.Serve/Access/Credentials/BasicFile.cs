using System.Security.Cryptography;
using System.Text;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Credentials;

/// <summary>
/// <c>--basic-auth-file</c>: <c>password,user,uid</c> a line (plugin/pkg/auth/authenticator/password/passwordfile). Of a user named twice
/// the last line counts. Passwords are kept as digests, so that comparing them takes the same time whatever was sent.
/// </summary>
public sealed class BasicFile : IAuthenticator
{
    private const string Scheme = "Basic ";

    private readonly Dictionary<string, (User User, byte[] Digest)> _users = new(StringComparer.Ordinal);

    internal void Add(string password, User user) => _users[user.Name] = (user, SHA256.HashData(Encoding.UTF8.GetBytes(password)));

    public User? Authenticate(ServerRequest request)
    {
        if (Read(request.Header("Authorization")) is not var (name, password)) return null;
        return _users.TryGetValue(name, out var known)
            && CryptographicOperations.FixedTimeEquals(known.Digest, SHA256.HashData(Encoding.UTF8.GetBytes(password)))
                ? known.User
                : null;
    }

    private static (string Name, string Password)? Read(string? header)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Scheme.Length..], bytes, out var length)) return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
    }
}

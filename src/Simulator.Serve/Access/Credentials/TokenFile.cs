using System.Security.Cryptography;
using System.Text;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Credentials;

/// <summary>
/// <c>--token-auth-file</c>: <c>token,user,uid[,"group1,group2"]</c> a line (plugin/pkg/auth/authenticator/token/tokenfile). Only in the
/// header; a token in the query is nobody's. Tokens are kept as digests: how long a look-up takes says nothing about them.
/// </summary>
public sealed class TokenFile : IAuthenticator
{
    private readonly Dictionary<string, User> _users = new(StringComparer.Ordinal);

    internal void Add(string token, User user) => _users[Digest(token)] = user;

    /// <summary>The second word of the header, wherever it ends (pkg/auth/authenticator/bearertoken).</summary>
    public User? Authenticate(ServerRequest request)
    {
        var words = (request.Header("Authorization") ?? "").Trim().Split(' ');
        return words.Length > 1 && words[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? _users.GetValueOrDefault(Digest(words[1]))
            : null;
    }

    private static string Digest(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

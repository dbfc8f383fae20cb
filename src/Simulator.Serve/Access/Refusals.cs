using System.Text;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Access;

/// <summary>The two refusals that are no <c>Status</c> objects but plain text.</summary>
public static class Refusals
{
    private const string PlainText = "text/plain; charset=utf-8";

    /// <summary>401 (pkg/auth/handlers/handlers.go): the answer asks for a password only where there is a file of passwords.</summary>
    public static ServerAnswer Unauthorized(bool asksForPassword)
    {
        List<(string, string)> headers = [("X-Content-Type-Options", "nosniff")];
        if (asksForPassword) headers.Insert(0, ("Www-Authenticate", "Basic realm=\"kubernetes-master\""));
        return new() { Status = 401, ContentType = PlainText, Headers = headers, Body = Encoding.UTF8.GetBytes("Unauthorized\n") };
    }

    /// <summary>403 (pkg/apiserver/errors.go): the URI of the request in quotes.</summary>
    public static ServerAnswer Forbidden(ServerRequest request) => new()
    {
        Status = 403,
        ContentType = PlainText,
        Body = Encoding.UTF8.GetBytes($"Forbidden: {GoText.Quote(TargetOf(request))}"),
    };

    /// <summary>As it stood on the wire; where nobody kept that, path and query.</summary>
    private static string TargetOf(ServerRequest request) =>
        request.Target ?? (request.Query.Length == 0 ? request.Path : $"{request.Path}?{request.Query}");
}

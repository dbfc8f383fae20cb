using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Attributes;

/// <summary>
/// Reads the attributes of a request from its method and its path (GetRequestInfo in pkg/apiserver/handlers.go). The query is not looked
/// at: <c>?watch=true</c> counts as a list.
/// </summary>
internal static class AttributeReader
{
    public static RequestAttributes Read(ServerRequest request)
    {
        var plain = new RequestAttributes { Path = request.Path, Verb = request.Method.ToLowerInvariant() };
        var parts = request.Path.Trim('/').Split('/').AsSpan();
        return parts switch
        {
            ["api", _, _, ..] => OfResource(request, plain, parts[2..]),
            ["apis", var group, _, _, ..] => OfResource(request, plain with { Group = group }, parts[3..]),
            _ => plain,
        };
    }

    /// <param name="parts">From behind the version.</param>
    private static RequestAttributes OfResource(ServerRequest request, RequestAttributes plain, ReadOnlySpan<string> parts)
    {
        var attributes = plain with { IsResource = true };
        if (parts[0] is not ("proxy" or "redirect" or "watch")) return Named(attributes with { Verb = VerbOf(request.Method) }, parts);
        return parts.Length < 2 ? attributes : Named(attributes with { Verb = parts[0] }, parts[1..]);
    }

    private static RequestAttributes Named(RequestAttributes attributes, ReadOnlySpan<string> parts)
    {
        var home = parts is ["namespaces", var named, ..] ? named : "";
        if (parts is ["namespaces", _, not ("status" or "finalize"), ..]) parts = parts[2..];
        var name = parts.Length > 1 ? parts[1] : "";
        return attributes with
        {
            Namespace = home,
            Resource = parts[0],
            Name = name,
            Subresource = parts.Length > 2 && attributes.Verb is not ("proxy" or "redirect") ? parts[2] : "",
            Verb = name.Length > 0 ? attributes.Verb : OfCollection(attributes.Verb),
        };
    }

    private static string VerbOf(string method) => method switch
    {
        "POST" => "create",
        "GET" or "HEAD" => "get",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => "delete",
        _ => "",
    };

    private static string OfCollection(string verb) => verb switch
    {
        "get" => "list",
        "delete" => "deletecollection",
        _ => verb,
    };
}

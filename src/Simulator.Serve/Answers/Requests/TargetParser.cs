using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Requests;

/// <summary>Reads paths below <c>/api</c> and <c>/apis</c>.</summary>
internal static class TargetParser
{
    /// <summary>Null: there is no such path.</summary>
    /// <param name="resources">Of the group version in the path.</param>
    /// <param name="segments">After the group version, none empty.</param>
    public static RequestTarget? Parse(IReadOnlyList<ServedResource> resources, ReadOnlySpan<string> segments, bool endsInSlash)
    {
        if (segments is ["watch", .. var watched]) return Mark(ParsePlain(resources, watched, endsInSlash));
        return segments is ["proxy", .. var proxied]
            ? ParseProxy(resources, proxied, endsInSlash)
            : ParsePlain(resources, segments, endsInSlash);
    }

    private static RequestTarget? Mark(RequestTarget? target) =>
        target is { Subresource: null } && target.Resource.Can(ResourceVerbs.Watch) ? target with { IsWatch = true } : null;

    private static RequestTarget? ParsePlain(IReadOnlyList<ServedResource> resources, ReadOnlySpan<string> segments, bool endsInSlash)
    {
        if (segments is ["namespaces", var home, var name, .. var rest] && Find(resources, name) is { IsNamespaced: true } inside)
        {
            return Item(new RequestTarget(inside) { Namespace = home }, rest, endsInSlash);
        }

        if (segments is not [var first, .. var more] || Find(resources, first) is not { } resource) return null;
        if (resource.IsNamespaced && (more.Length > 0 || !resource.Can(ResourceVerbs.List))) return null;
        return Item(new RequestTarget(resource), more, endsInSlash);
    }

    private static RequestTarget? Item(RequestTarget collection, ReadOnlySpan<string> segments, bool endsInSlash)
    {
        if (segments.Length == 0) return collection.Resource.Verbs == ResourceVerbs.None ? null : collection;
        var item = collection with { Name = segments[0] };
        if (segments.Length == 1) return (item.Resource.Verbs & ~ResourceVerbs.Create) == 0 ? null : item;
        if (item.Resource.Subresource(segments[1]) is not { } subresource) return null;
        var found = item with { Subresource = subresource, IsProxy = subresource.Name == "proxy" };
        if (segments.Length == 2) return endsInSlash && found.IsProxy ? found with { Rest = "/" } : found;
        return found.IsProxy ? found with { Rest = Joined(segments[2..], endsInSlash) } : null;
    }

    private static RequestTarget? ParseProxy(IReadOnlyList<ServedResource> resources, ReadOnlySpan<string> segments, bool endsInSlash)
    {
        var target = segments switch
        {
            ["namespaces", var home, var name, var item, ..] => Proxied(Find(resources, name), home, item),
            [var name, var item, ..] => Proxied(Find(resources, name), null, item),
            _ => null,
        };
        if (target is null) return null;
        var taken = target.Namespace is null ? 2 : 4;
        return target with { Rest = segments.Length > taken || endsInSlash ? Joined(segments[taken..], endsInSlash) : "" };
    }

    private static RequestTarget? Proxied(ServedResource? resource, string? home, string name) =>
        resource?.Subresource("proxy") is not null && resource.IsNamespaced == home is not null
            ? new RequestTarget(resource) { Namespace = home, Name = name, IsProxy = true }
            : null;

    private static string Joined(ReadOnlySpan<string> segments, bool endsInSlash) =>
        "/" + string.Join('/', segments!) + (endsInSlash && segments.Length > 0 ? "/" : "");

    private static ServedResource? Find(IReadOnlyList<ServedResource> resources, string name) =>
        resources.FirstOrDefault(resource => resource.Name == name);
}

using System.Text.Json.Nodes;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>What clients read first: versions, groups and resources (pkg/apiserver/apiserver.go).</summary>
internal sealed class DiscoveryDocuments(ServedApi api)
{
    /// <summary>Where clients of any network find the server.</summary>
    private const string Address = "10.240.0.2:16443";

    /// <summary>Quirk: these two never carry the version of their own document.</summary>
    private static readonly string[] Unversioned = ["", "extensions"];

    public static JsonObject Versions() => new()
    {
        ["kind"] = "APIVersions",
        ["versions"] = new JsonArray("v1"),
        ["serverAddressByClientCIDRs"] = Addresses(),
    };

    public JsonObject Groups()
    {
        var groups = new JsonArray();
        foreach (var group in api.Groups)
        {
            var entry = Names(group);
            entry["serverAddressByClientCIDRs"] = Addresses();
            groups.Add(entry);
        }

        return new JsonObject { ["kind"] = "APIGroupList", ["groups"] = groups };
    }

    /// <summary>Null: there is no such group.</summary>
    public JsonObject? Group(string name)
    {
        if (api.Groups.FirstOrDefault(group => group.Name == name) is not { } found) return null;
        var document = Head("APIGroup", name);
        foreach (var (key, value) in Names(found)) document[key] = value?.DeepClone();
        document["serverAddressByClientCIDRs"] = null;
        return document;
    }

    public JsonObject ResourceList(string group, string version)
    {
        var document = Head("APIResourceList", group);
        document["groupVersion"] = group.Length > 0 ? $"{group}/{version}" : version;
        var entries = api.Of(group, version).SelectMany(Entries).ToList();
        document["resources"] = entries.Count > 0 ? new JsonArray([.. entries]) : null;
        return document;
    }

    private IEnumerable<JsonObject> Entries(ServedResource resource)
    {
        yield return Entry(resource, resource.Name, resource.Kind, resource.Verbs);
        foreach (var sub in resource.Subresources) yield return Entry(resource, $"{resource.Name}/{sub.Name}", sub.Kind, sub.Verbs, sub);
    }

    private JsonObject Entry(
        ServedResource resource, string name, string kind, ResourceVerbs verbs, ServedSubresource? sub = null)
    {
        var entry = new JsonObject { ["name"] = name, ["namespaced"] = resource.IsNamespaced, ["kind"] = kind };
        if (api.Manner != ServerManner.Recorded) DiscoveryAdditions.Put(entry, resource, name, verbs, sub);
        return entry;
    }

    private static JsonObject Head(string kind, string group)
    {
        var document = new JsonObject { ["kind"] = kind };
        if (!Unversioned.Contains(group)) document["apiVersion"] = "v1";
        return document;
    }

    private static JsonObject Names(ServedGroup group)
    {
        var versions = new JsonArray();
        foreach (var version in group.Versions) versions.Add(Version(group.Name, version));
        return new JsonObject
        {
            ["name"] = group.Name,
            ["versions"] = versions,
            ["preferredVersion"] = Version(group.Name, group.Versions[0]),
        };
    }

    private static JsonObject Version(string group, string version) =>
        new() { ["groupVersion"] = $"{group}/{version}", ["version"] = version };

    private static JsonArray Addresses() => [new JsonObject { ["clientCIDR"] = "0.0.0.0/0", ["serverAddress"] = Address }];
}

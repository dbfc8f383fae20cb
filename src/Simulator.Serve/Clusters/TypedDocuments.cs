using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Serve.Clusters.Writing;

namespace Simulator.Serve.Clusters;

/// <summary>
/// Simulated objects as documents: written when somebody asks, once for each version of an object; what a client gave and nobody acts upon
/// is put back.
/// </summary>
internal sealed class TypedDocuments(Setting setting, VersionMap versions)
{
    /// <summary>Documents kept for the next who asks; a document of a pod takes some 8 kB.</summary>
    private const int CachedMax = 10_000;

    private readonly ConditionalWeakTable<ApiObject, Gift> _gifts = [];
    private readonly ConditionalWeakTable<IReadOnlyList<Container>, Gift> _templates = [];
    private Dictionary<ApiObject, JsonObject> _young = new(ReferenceEqualityComparer.Instance);
    private Dictionary<ApiObject, JsonObject> _old = new(ReferenceEqualityComparer.Instance);

    /// <summary>The document of an object; never to be changed.</summary>
    public JsonObject Of(ApiObject stored)
    {
        // A node's heartbeat is that of the moment.
        if (stored is Node) return Write(stored);
        if (_young.TryGetValue(stored, out var document)) return document;
        if (!_old.TryGetValue(stored, out document)) document = Write(stored);
        if (_young.Count >= CachedMax) (_old, _young) = (_young, new(ReferenceEqualityComparer.Instance));
        _young.Add(stored, document);
        return document;
    }

    /// <summary>A client has given this document, and the object is what came of it.</summary>
    public void Keep(ApiObject stored, JsonObject given)
    {
        var then = Plain(stored);
        _gifts.AddOrUpdate(stored, new Gift(then, given));
        if (SpecOf(then) is { } plain && SpecOf(given) is { } own && ContainersOf(stored) is { Count: > 0 } containers)
        {
            _templates.AddOrUpdate(containers, new Gift(plain, own));
        }
    }

    /// <summary>An object's next version goes on with what was given with the one before.</summary>
    public void Follow(in WatchEvent commit)
    {
        if (commit.Previous is { } before && _gifts.TryGetValue(before, out var gift)) _gifts.TryAdd(commit.Object, gift);
    }

    /// <summary>
    /// Written anew, for who makes something of it and lets it go: whole lists do not push each other out of what is kept.
    /// </summary>
    public JsonObject Write(ApiObject stored)
    {
        var document = Merged(stored);
        document["metadata"]!["resourceVersion"] = $"{versions.Of(stored.Metadata.ResourceVersion)}";
        return document;
    }

    private JsonObject Merged(ApiObject stored)
    {
        var plain = Plain(stored);
        if (_gifts.TryGetValue(stored, out var gift)) return (JsonObject)ThreeWay.Merge(gift.Then, gift.Given, plain)!;
        if (stored is Pod pod) PutBack(plain, "spec", pod.Spec.Containers);
        else if (ContainersOf(stored) is { } containers && TemplateOf(plain) is { } template) PutBack(template, "spec", containers);
        return plain;
    }

    /// <summary>Pods have what the template of their maker was given with.</summary>
    private void PutBack(JsonObject holder, string key, IReadOnlyList<Container> containers)
    {
        if (_templates.TryGetValue(containers, out var gift)) holder[key] = ThreeWay.Merge(gift.Then, gift.Given, holder[key]);
    }

    private JsonObject Plain(ApiObject stored) => setting.Kinds.Find(stored.Kind)!.Write(stored, setting);

    private static IReadOnlyList<Container>? ContainersOf(ApiObject value) => value switch
    {
        Pod pod => pod.Spec.Containers,
        IPodOwner owner => owner.Template.Spec.Containers,
        ControllerRevision revision => revision.Template.Spec.Containers,
        _ => null,
    };

    private static JsonObject? TemplateOf(JsonObject document) =>
        (document["spec"]?["template"] ?? document["data"]?["spec"]?["template"]) as JsonObject;

    private static JsonObject? SpecOf(JsonObject document) =>
        (document["spec"]?["template"]?["spec"] ?? document["spec"]) as JsonObject;

    /// <param name="Then">What the object alone said when it was given.</param>
    private sealed record Gift(JsonObject Then, JsonObject Given);
}

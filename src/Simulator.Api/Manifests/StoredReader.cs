using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Sources;

namespace Simulator.Api.Manifests;

/// <summary>
/// Objects as an API server of 1.3.10 stores them, for a cluster that goes on with them: details are kept, moments count from the start of
/// the run, and what is a default is as good as absent, so that a template hashes like the manifest that it came from.
/// </summary>
public static class StoredReader
{
    private const string CreatedBy = "kubernetes.io/created-by";

    /// <param name="utf8">JSON; kind and apiVersion may be absent.</param>
    /// <param name="origin">What the cluster's clocks show at the start of the run.</param>
    /// <exception cref="FormatException">Not an object of the kind, or a value of a wrong type.</exception>
    public static ApiObject Read(ReadOnlyMemory<byte> utf8, string kind, string apiVersion, DateTimeOffset origin)
    {
        var document = JsonNode.Parse(utf8.Span) as JsonObject ?? throw new FormatException("it is no JSON object");
        StoredDefaults.TakeAway(document);
        document["kind"] = kind;
        document["apiVersion"] = apiVersion;
        var node = SourceTree.ParseJson("stored", System.Text.Encoding.UTF8.GetBytes(document.ToJsonString()));
        var read = ManifestReader.ReadRequest(node, kind, apiVersion);
        return StoredMoments.FromOrigin(WithMaker(read), new Instant(origin.UtcTicks - DateTimeOffset.UnixEpoch.Ticks));
    }

    /// <summary>
    /// Who made an object stands in an annotation (pkg/controller/controller_utils.go), in later versions in the reference of its
    /// controller.
    /// </summary>
    private static ApiObject WithMaker(ApiObject value)
    {
        if (!value.Metadata.Annotations.TryGetValue(CreatedBy, out var text)) return WithController(value);
        if (MakerIn(text) is not { } maker) return value;
        return value with
        {
            Metadata = value.Metadata with { CreatedBy = maker, Annotations = value.Metadata.Annotations.Without(CreatedBy) },
        };
    }

    /// <summary>A stateful set is stored as what it was called first.</summary>
    private static ApiObject WithController(ApiObject value)
    {
        if (value.Metadata.ControllerReference is not { } owner) return value;
        var kind = owner.Kind == "StatefulSet" ? "PetSet" : owner.Kind;
        var maker = new ObjectReference(kind, new ObjectKey(value.Namespace, owner.Name), owner.Uid);
        return value with { Metadata = value.Metadata with { CreatedBy = maker } };
    }

    private static ObjectReference? MakerIn(string text)
    {
        var parsed =
            AnnotationText.Object(text, fields => fields.Object("reference", ReadReference) ?? new ObjectReference("", default, ""));
        return parsed.Value is { Kind.Length: > 0 } maker ? maker : null;
    }

    private static ObjectReference ReadReference(FieldReader fields) =>
        new(fields.Text("kind"), new ObjectKey(fields.Text("namespace"), fields.Text("name")), fields.Text("uid"));
}

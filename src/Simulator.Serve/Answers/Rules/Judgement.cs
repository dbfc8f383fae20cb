using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;
using Simulator.Api.Validation;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Rules;

/// <summary>The validation of 1.3.10 over documents in their stored version.</summary>
internal static class Judgement
{
    public static void OnCreate(ServedResource resource, JsonObject document)
    {
        var errors = Typed(resource, document) is { } typed
            ? ObjectRules.OnCreate(typed)
            : PlainObjectRules.OnCreate(Plain(resource, document), NameForm(resource));
        Refuse(resource, document, errors);
    }

    public static void OnUpdate(ServedResource resource, JsonObject document, JsonObject stored)
    {
        var errors = MetaChanges.Find(document, stored).ToList();
        errors.AddRange(Typed(resource, document) is { } typed
            ? ObjectRules.OnUpdate(Typed(resource, stored)!, typed)
            : PlainObjectRules.OnUpdate(Plain(resource, document)));
        Refuse(resource, document, errors);
    }

    /// <summary>A status is not judged beyond the metadata.</summary>
    public static void OnStatusUpdate(ServedResource resource, JsonObject document, JsonObject stored) =>
        Refuse(resource, document, [.. MetaChanges.Find(document, stored), .. PlainObjectRules.OnUpdate(Plain(resource, document))]);

    /// <summary>Null for kinds that do not act.</summary>
    public static ApiObject? Typed(ServedResource resource, JsonObject document)
    {
        if (!ManifestReader.Reads(resource.Kind, resource.StoredGroupVersion)) return null;
        return ManifestReader.ReadRequest(Source(document), resource.Kind, resource.StoredGroupVersion);
    }

    private static SourceNode Source(JsonObject document) => SourceTree.ParseJson("body", GoJson.Write(document, isIndented: false));

    private static PlainObject Plain(ServedResource resource, JsonObject document) => new(resource.Kind, resource.IsNamespaced)
    {
        Metadata = ManifestReader.ReadMetadata(Source(document), resource.IsNamespaced),
    };

    private static ObjectNameForm NameForm(ServedResource resource) =>
        resource.Group.StartsWith("rbac", StringComparison.Ordinal) || resource.Name == "events"
            ? ObjectNameForm.PathSegment
            : ObjectNameForm.Subdomain;

    private static void Refuse(ServedResource resource, JsonObject document, IReadOnlyList<FieldError> errors)
    {
        if (errors.Count > 0) throw Failures.Invalid(resource.StoredGroup, resource.Kind, document["metadata"].Text("name"), errors);
    }
}

using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;
using Simulator.Api.Validation;
using Simulator.ControlPlane.Versions;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Rules.Documents;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Rules;

/// <summary>The validation of 1.3.10 over documents in their stored version.</summary>
internal static class Judgement
{
    public static void OnCreate(ServedResource resource, JsonObject document)
    {
        if (Typed(resource, document) is { } typed) Refuse(resource, document, ObjectRules.OnCreate(typed, resource.ActedUpon));
        else OnCreateOfDocument(resource, document);
    }

    public static void OnUpdate(ServedResource resource, JsonObject document, JsonObject stored)
    {
        var errors = MetaChanges.Find(document, stored).ToList();
        errors.AddRange(Typed(resource, document) is { } typed
            ? ObjectRules.OnUpdate(Typed(resource, stored)!, typed, resource.ActedUpon)
            : OnUpdateOfDocument(resource, document, stored));
        Refuse(resource, document, errors);
    }

    /// <summary>Metadata is judged by the server and by the rules of the kind; budgets have no such rules.</summary>
    public static void OnStatusUpdate(ServedResource resource, JsonObject document, JsonObject stored)
    {
        var unchangeable = MetaChanges.Find(document, stored).ToList();
        var errors = new FieldErrors();
        var judged = new JudgedDocument(document, Plain(resource, document));
        judged.CheckMetaUpdate(errors);
        if (resource.StoredName != "poddisruptionbudgets" && resource.Api == ApiGroups.Extensions)
        {
            judged.CheckMetaUpdate(errors);
            StatusRules.Check(resource.StoredName, document, errors);
        }

        Refuse(resource, document, [.. unchangeable, .. errors.All]);
    }

    private static void OnCreateOfDocument(ServedResource resource, JsonObject document)
    {
        var errors = new FieldErrors { ActedUpon = resource.ActedUpon };
        var judged = new JudgedDocument(document, Plain(resource, document));
        DocumentRuleTable.Of(resource).OnCreate(judged, errors);
        if (errors.Count == 0) judged.CheckMeta(TextRules.PathSegment, errors);
        Refuse(resource, document, errors.All);
    }

    private static IReadOnlyList<FieldError> OnUpdateOfDocument(ServedResource resource, JsonObject document, JsonObject stored)
    {
        var errors = new FieldErrors { ActedUpon = resource.ActedUpon };
        var judged = new JudgedDocument(document, Plain(resource, document));
        judged.CheckMetaUpdate(errors);
        DocumentRuleTable.Of(resource).OnUpdate(judged, stored, errors);
        return errors.All;
    }

    /// <summary>Null for kinds that do not act.</summary>
    public static ApiObject? Typed(ServedResource resource, JsonObject document)
    {
        if (!ManifestReader.ReadsEver(resource.StoredKind, resource.StoredGroupVersion)) return null;
        return ManifestReader.ReadRequest(Source(document), resource.StoredKind, resource.StoredGroupVersion);
    }

    private static SourceNode Source(JsonObject document) => SourceTree.ParseJson("body", GoJson.Write(document, isIndented: false));

    private static PlainObject Plain(ServedResource resource, JsonObject document) => new(resource.StoredKind, resource.IsNamespaced)
    {
        Metadata = ManifestReader.ReadMetadata(Source(document), resource.IsNamespaced),
    };

    private static void Refuse(ServedResource resource, JsonObject document, IReadOnlyList<FieldError> errors)
    {
        if (errors.Count > 0) throw Failures.Invalid(resource.StoredGroup, resource.StoredKind, document["metadata"].Text("name"), errors);
    }
}

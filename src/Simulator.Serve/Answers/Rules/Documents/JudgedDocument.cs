using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Validation;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>A document beside its metadata, which the rules of all kinds know.</summary>
internal sealed record JudgedDocument(JsonObject Json, PlainObject Plain)
{
    public JsonNode? Spec => Json["spec"];

    private Scope Scope => Plain.IsNamespaced ? Scope.Namespaced : Scope.Cluster;

    /// <summary>ValidateObjectMeta.</summary>
    public void CheckMeta(Func<string, IReadOnlyList<string>> nameRule, FieldErrors errors) =>
        ObjectMetaRules.Check(Plain, Scope, nameRule, errors);

    /// <summary>ValidateObjectMetaUpdate, but for what may not change.</summary>
    public void CheckMetaUpdate(FieldErrors errors) => ObjectMetaRules.CheckUpdate(Plain, errors);
}

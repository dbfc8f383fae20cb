using System.Text.Json.Nodes;
using Simulator.Api.Validation;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>What 1.3.10 refuses in objects of a kind that the simulator keeps as documents.</summary>
internal sealed record DocumentRules
{
    /// <summary>Metadata is judged by every server alone (BeforeCreate, BeforeUpdate in pkg/api/rest).</summary>
    public static readonly DocumentRules None = new();

    /// <summary>Of a new object.</summary>
    public Action<JudgedDocument, FieldErrors> OnCreate { get; init; } = (_, _) => { };

    /// <summary>Of an object that is to take the place of a stored one.</summary>
    public Action<JudgedDocument, JsonObject, FieldErrors> OnUpdate { get; init; } = (_, _, _) => { };
}

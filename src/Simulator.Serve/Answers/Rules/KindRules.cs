using System.Text.Json.Nodes;

namespace Simulator.Serve.Answers.Rules;

/// <summary>What is done to objects of one resource on their way into the store (the strategies of pkg/registry/*).</summary>
internal sealed record KindRules
{
    public static readonly KindRules Plain = new();

    public GenerationRule Generation { get; init; }

    /// <summary>Clients may not set the status of new objects.</summary>
    public bool EmptiesStatus { get; init; } = true;

    /// <summary>A PUT of what is not there creates it.</summary>
    public bool CreatesOnUpdate { get; init; }

    /// <summary>Before a new object is judged.</summary>
    public Action<JsonObject>? OnCreate { get; init; }

    /// <summary>Before a changed object is judged: the new and the old one.</summary>
    public Action<JsonObject, JsonObject>? OnUpdate { get; init; }

    /// <summary>Before a changed status is judged.</summary>
    public Action<JsonObject, JsonObject>? OnStatusUpdate { get; init; }

    /// <summary>What an export leaves out.</summary>
    public Action<JsonObject>? OnExport { get; init; }
}

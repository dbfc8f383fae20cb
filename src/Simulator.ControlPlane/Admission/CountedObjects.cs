using Simulator.Api;

namespace Simulator.ControlPlane.Admission;

/// <summary>Objects that count one each, and in no scope.</summary>
internal sealed class CountedObjects(string kind, string resource) : IQuotaEvaluator
{
    private readonly ResourceList _one = ResourceList.Of((resource, Quantity.FromUnits(1)));

    public string Kind => kind;

    public IReadOnlyList<string> Resources { get; } = [resource];

    public ResourceList UsageOf(ApiObject value) => _one;

    public bool IsInScope(QuotaScope scope, ApiObject value) => false;

    public IReadOnlyList<string> Missing(ApiObject value, IReadOnlyList<string> constrained) => [];
}

using Simulator.Api;

namespace Simulator.ControlPlane.Admission;

/// <summary>How objects of one kind count against quotas (pkg/quota/evaluator/core of 1.3.10).</summary>
internal interface IQuotaEvaluator
{
    string Kind { get; }

    /// <summary>Names of the resources that it counts.</summary>
    IReadOnlyList<string> Resources { get; }

    /// <summary>What the object uses; nothing if it does not count (any more).</summary>
    ResourceList UsageOf(ApiObject value);

    bool IsInScope(QuotaScope scope, ApiObject value);

    /// <summary>Those of the constrained resources that the object would have to name and does not, in name order.</summary>
    IReadOnlyList<string> Missing(ApiObject value, IReadOnlyList<string> constrained);
}

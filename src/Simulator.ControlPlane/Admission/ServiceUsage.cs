using Simulator.Api;

namespace Simulator.ControlPlane.Admission;

/// <summary>
/// Services count one each, those of type NodePort and LoadBalancer once more under their type (evaluator/core/services.go of 1.3.10).
/// </summary>
internal sealed class ServiceUsage : IQuotaEvaluator
{
    private static readonly ResourceList Plain = ResourceList.Of((ResourceNames.Services, Quantity.FromUnits(1)));

    private static readonly ResourceList WithNodePort = Plain.Plus(ResourceList.Of((ResourceNames.NodePorts, Quantity.FromUnits(1))));

    private static readonly ResourceList WithLoadBalancer =
        Plain.Plus(ResourceList.Of((ResourceNames.LoadBalancers, Quantity.FromUnits(1))));

    public string Kind => "Service";

    public IReadOnlyList<string> Resources { get; } = [ResourceNames.Services, ResourceNames.LoadBalancers, ResourceNames.NodePorts];

    public ResourceList UsageOf(ApiObject value) => ((Service)value).Type switch
    {
        "NodePort" => WithNodePort,
        "LoadBalancer" => WithLoadBalancer,
        _ => Plain,
    };

    public bool IsInScope(QuotaScope scope, ApiObject value) => false;

    public IReadOnlyList<string> Missing(ApiObject value, IReadOnlyList<string> constrained) => [];
}

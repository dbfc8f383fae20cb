using Simulator.Api;

namespace Simulator.ControlPlane.Federation.Services;

/// <summary>
/// One version of a federated service in the memory of the controller. Odd but real: the routines share it and change it under each
/// other's hands, until the watch brings a new version.
/// </summary>
internal sealed class SharedService(Service service)
{
    public Service Value { get; private set; } = service;

    /// <summary>Of the object as the watch brought it.</summary>
    public long Version { get; } = service.Metadata.ResourceVersion;

    public IReadOnlyList<string> Ingress
    {
        get => Value.LoadBalancerIngress;
        set => Value = Value with { LoadBalancerIngress = value };
    }

    /// <summary>"Immutable" fields are taken over from the service that a member has: its cluster address, too.</summary>
    public void TakeAddressOf(Service found) => Value = Value with { ClusterIP = found.ClusterIP };

    /// <summary>From here on its writes are not checked for conflicts.</summary>
    public void ForgetVersion() => Value = Value with { Metadata = Value.Metadata with { ResourceVersion = 0 } };
}

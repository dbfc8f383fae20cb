using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Specification;

namespace Simulator.World.ApiServer;

/// <summary>
/// --service-cluster-ip-range: each service that asks for no address gets the next free one (the real server draws it), and one of another
/// cluster's range is refused (pkg/registry/service of 1.3.10).
/// </summary>
public sealed class ServiceAddresses(AddressRange range, ObjectStore store)
{
    private uint _next = 1;

    /// <summary>Why a service may not have the address that it asks for; null: it may.</summary>
    public static string? FaultOf(string address, AddressRange range, Func<string, bool> isTaken)
    {
        if (AddressRange.NumberOf(address) is not { } number || !range.Contains(number)) return "provided IP is not in the valid range";
        return isTaken(address) ? "provided IP is already allocated" : null;
    }

    /// <summary>The service with its address, or why it gets none.</summary>
    public AdmissionVerdict Give(Service service)
    {
        if (service.ClusterIP == "None" || service.Type == "ExternalName") return AdmissionVerdict.Admit(service);
        if (service.ClusterIP.Length > 0)
        {
            return FaultOf(service.ClusterIP, range, IsTaken) is { } fault
                ? new AdmissionVerdict(
                    ApiResult.Invalid, service,
                    $"Service \"{service.Name}\" is invalid: spec.clusterIP: Invalid value: \"{service.ClusterIP}\": {fault}")
                : AdmissionVerdict.Admit(service);
        }

        // The first and the last address of a network are nobody's.
        var last = range.Count - 2;
        for (var tries = 0u; tries < last; tries++)
        {
            var address = AddressRange.TextOf(range.First + _next);
            _next = _next >= last ? 1 : _next + 1;
            if (!IsTaken(address)) return AdmissionVerdict.Admit(service with { ClusterIP = address });
        }

        return new AdmissionVerdict(ApiResult.Unavailable, service, "failed to allocate a serviceIP: range is full");
    }

    private bool IsTaken(string address) => store.List("Service").Cast<Service>().Any(service => service.ClusterIP == address);
}

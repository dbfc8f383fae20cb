using System.Buffers.Binary;
using System.Net;
using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer;

/// <summary>
/// --service-cluster-ip-range: each service that asks for no address gets the next free one (the real server draws it), and one of another
/// cluster's range is refused (pkg/registry/service of 1.3.10).
/// </summary>
/// <param name="range">IPv4, of 65,536 addresses at most.</param>
public sealed class ServiceAddresses(IPNetwork range, ObjectStore store)
{
    private uint _next = 1;

    /// <summary>The service with its address, or why it gets none.</summary>
    public AdmissionVerdict Give(Service service)
    {
        if (service.ClusterIP == "None") return AdmissionVerdict.Admit(service);
        if (service.ClusterIP.Length > 0)
        {
            var fault = !range.Contains(IPAddress.Parse(service.ClusterIP)) ? "provided IP is not in the valid range"
                : IsTaken(service.ClusterIP) ? "provided IP is already allocated"
                : null;
            return fault is null
                ? AdmissionVerdict.Admit(service)
                : new AdmissionVerdict(
                    ApiResult.Invalid, service,
                    $"Service \"{service.Name}\" is invalid: spec.clusterIP: Invalid value: \"{service.ClusterIP}\": {fault}");
        }

        var last = (1u << (32 - range.PrefixLength)) - 2;
        for (var tries = 0u; tries < last; tries++)
        {
            var address = At(_next);
            _next = _next >= last ? 1 : _next + 1;
            if (!IsTaken(address)) return AdmissionVerdict.Admit(service with { ClusterIP = address });
        }

        return new AdmissionVerdict(ApiResult.Unavailable, service, "failed to allocate a serviceIP: range is full");
    }

    private bool IsTaken(string address) => store.List("Service").Cast<Service>().Any(service => service.ClusterIP == address);

    private string At(uint number)
    {
        var bytes = range.BaseAddress.GetAddressBytes();
        BinaryPrimitives.WriteUInt32BigEndian(bytes, BinaryPrimitives.ReadUInt32BigEndian(bytes) + number);
        return new IPAddress(bytes).ToString();
    }
}

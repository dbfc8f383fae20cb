using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Throttling;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Cloud.Groups;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Storage;

namespace Simulator.World.Cloud;

/// <summary>
/// The cloud under a cluster as its controllers see it: it provisions load balancers, and it can be down or out of stock.
/// </summary>
public sealed class SimulatedCloud : ICloudLevers, IZonePower, IPoweredZones, IMachineStock
{
    /// <summary>How long a client waits for a change of a group (gce_manager.go, operationWaitTimeout).</summary>
    private static readonly TimeSpan OperationTimeout = TimeSpan.FromSeconds(5);

    private const int AddressesOfCluster = 4096;

    private readonly Dictionary<ObjectKey, LoadBalancer> _balancers = [];
    private readonly Dictionary<string, ObjectKey> _services = new(StringComparer.Ordinal);
    private readonly Simulation _simulation;
    private readonly CloudOptions _options;
    private readonly RandomStream _stream;
    private readonly ObservationLog _log;
    private readonly Queue<Action> _waitingForMachines = [];
    private readonly Dictionary<string, int> _powerLosses = new(StringComparer.Ordinal);
    private readonly List<(string Zone, string Type)> _missing = [];
    private readonly RandomStream _operations;
    private readonly TokenBucket? _calls;
    private int _addresses;
    private int _outages;
    private int _shortages;

    internal SimulatedCloud(Simulation simulation, ClusterSpec cluster, Func<string, RandomStream> streamOf, ObservationLog log)
    {
        (_simulation, _options, _stream, _log) = (simulation, cluster.Cloud, streamOf("cloud"), log);
        Disks = new CloudDisks(log);
        Groups = new MachineGroups(simulation, cluster, new MachineStock(_options, () => CanBootMachines, HasStockOf), streamOf, log);
        _operations = streamOf("group-operations");
        if (_options.CallsPerSecond > 0) _calls = new TokenBucket(_options.CallsPerSecond, _options.CallBurst, Instant.Start);
    }

    /// <summary>Its cluster's place among the clusters of the run: no two have an address in common.</summary>
    internal int Number { get; init; }

    /// <summary>There is another load balancer, or one less.</summary>
    internal event Action? BalancersChanged;

    /// <summary>The service of the load balancer at an address; null: there is none.</summary>
    internal ObjectKey? ServiceAt(string address) => _services.TryGetValue(address, out var service) ? service : null;

    public CloudDisks Disks { get; }

    /// <summary>The machines that it keeps at a number.</summary>
    public MachineGroups Groups { get; }

    internal DiskProvisioning? Provisioning { get; init; }

    /// <summary>Null: it attaches nothing.</summary>
    internal DiskAttachment? Attachment { get; set; }

    /// <summary>False: every call to its API fails, also one that is under way.</summary>
    public bool IsUp { get; set; } = true;

    /// <summary>False: there are no machines to be had; those that run, run on.</summary>
    public bool HasStock { get; set; } = true;

    /// <summary>A machine that wants to boot now gets one.</summary>
    public bool CanBootMachines => IsUp && HasStock;

    /// <summary>Its API stops answering, until as many outages have ended as have begun.</summary>
    public void GoDown()
    {
        _outages++;
        IsUp = false;
    }

    public void ComeUp()
    {
        IsUp = --_outages == 0;
        BootWaiting();
    }

    /// <summary>It has no machines to give, until as many shortages have ended as have begun.</summary>
    public void RunOut()
    {
        _shortages++;
        HasStock = false;
    }

    public void Restock()
    {
        HasStock = --_shortages == 0;
        BootWaiting();
    }

    /// <inheritdoc/>
    public void RunOutOf(string zone, string machineType) => _missing.Add((zone, machineType));

    /// <inheritdoc/>
    public void RestockOf(string zone, string machineType)
    {
        _missing.Remove((zone, machineType));
        BootWaiting();
    }

    /// <inheritdoc/>
    public void Lose(string machine) => Groups.Replace(machine);

    /// <summary>
    /// Disks of the zone cannot be made, and what is on them cannot be reached, until as many losses have ended as have begun.
    /// </summary>
    public void LoseZone(string zone) => _powerLosses[zone] = _powerLosses.GetValueOrDefault(zone) + 1;

    public void RegainZone(string zone) => _powerLosses[zone]--;

    public bool HasPower(string zone) => _powerLosses.GetValueOrDefault(zone) == 0;

    /// <summary>The load balancers that there are, in the order of their services.</summary>
    public IReadOnlyList<LoadBalancer> LoadBalancers => [.. _balancers.Values.OrderBy(balancer => balancer.Service)];

    /// <summary>The service as it is once its balancer has been there for long.</summary>
    internal Service Adopt(Service service) => service with { LoadBalancerIngress = [Provision(service.Key, []).Address] };

    void IMachineStock.WhenItCanBoot(Action boot)
    {
        if (CanBootMachines) boot();
        else _waitingForMachines.Enqueue(boot);
    }

    internal void Send(CloudRequest request, ICaller caller)
    {
        var isProvisioning = IsUp && request is EnsureLoadBalancerRequest ensure && !_balancers.ContainsKey(ensure.Service.Key);
        var duration = isProvisioning
            ? new Uniform(_options.LoadBalancerMin, _options.LoadBalancerMax).Sample(_stream)
            : Attachment?.DurationOf(request) ?? _options.CallDuration;
        if (IsUp && request is CreateDiskRequest or DeleteDiskRequest) duration = Provisioning!.DurationOf(request);
        if (request is GetGroupSizeRequest or SetGroupSizeRequest or DeleteMachineRequest)
        {
            SendToGroups(request, caller);
            return;
        }

        var fails = !IsUp;
        _simulation.Schedule(
            duration,
            () => caller.Complete(fails || !IsUp
                ? new ApiResponse(request, ApiResult.Unavailable, Reason: "the cloud does not answer")
                : Answer(request)));
    }

    /// <summary>A question is answered at once; a change when it is noted down, and its caller gives up after 5 s.</summary>
    private void SendToGroups(CloudRequest request, ICaller caller)
    {
        var wait = request is GetGroupSizeRequest ? TimeSpan.Zero : _options.GroupOperation.Sample(_operations);
        if (_calls is not null && !_calls.TryTake(Instant.FromStart(_simulation.Now))) Refuse("rateLimitExceeded", TimeSpan.Zero);
        else if (!IsUp) Refuse("the cloud does not answer", TimeSpan.Zero);
        else
        {
            var isAwaited = wait <= OperationTimeout;
            _simulation.Schedule(_options.GroupCallDuration + wait, () =>
            {
                var answer = Groups.Answer(request);
                if (isAwaited) caller.Complete(answer);
            });
            if (!isAwaited) Refuse("Timeout while waiting for operation to complete", OperationTimeout);
        }

        void Refuse(string why, TimeSpan later) => _simulation.Schedule(
            _options.GroupCallDuration + later, () => caller.Complete(new ApiResponse(request, ApiResult.Unavailable, Reason: why)));
    }

    private bool HasStockOf(string zone, string type) => !_missing.Exists(missing =>
        (missing.Zone.Length == 0 || missing.Zone == zone) && (missing.Type.Length == 0 || missing.Type == type));

    private void BootWaiting()
    {
        while (CanBootMachines && _waitingForMachines.TryDequeue(out var boot)) boot();
        Groups.TryAgain();
    }

    private ApiResponse Answer(CloudRequest request)
    {
        switch (request)
        {
            case EnsureLoadBalancerRequest ensure:
                return new ApiResponse(
                    request, ApiResult.Ok,
                    ensure.Service with { LoadBalancerIngress = [Provision(ensure.Service.Key, ensure.Hosts).Address] });
            case UpdateLoadBalancerRequest update when _balancers.TryGetValue(update.Service, out var balancer):
                _balancers[update.Service] = balancer with { Hosts = update.Hosts };
                break;
            case AttachDiskRequest attach when Attachment is not null:
                return Attachment.Attach(attach);
            case DetachDiskRequest detach when Attachment is not null:
                return Attachment.Detach(detach);
            case DeleteLoadBalancerRequest deletion:
                Forget(deletion.Service);
                break;
            case CreateDiskRequest creation:
                return DiskProvisioning.Create(creation, Disks, this);
            case DeleteDiskRequest deletion:
                return DiskProvisioning.Delete(deletion, Disks, this);
        }

        return new ApiResponse(request, ApiResult.Ok);
    }

    private LoadBalancer Provision(ObjectKey service, IReadOnlyList<string> hosts)
    {
        if (_balancers.TryGetValue(service, out var balancer)) return _balancers[service] = balancer with { Hosts = hosts };
        balancer = new LoadBalancer(service, NewAddress(), hosts);
        _balancers.Add(service, balancer);
        _services.Add(balancer.Address, service);
        _log.Write(ObservationKind.LoadBalancerReady, service.ToString(), balancer.Address);
        BalancersChanged?.Invoke();
        return balancer;
    }

    private void Forget(ObjectKey service)
    {
        if (!_balancers.Remove(service, out var balancer)) return;
        _services.Remove(balancer.Address);
        BalancersChanged?.Invoke();
    }

    /// <summary>Of 198.18.0.0/15, which belongs to nobody (RFC 2544); each cluster's are its own.</summary>
    private string NewAddress()
    {
        var number = (Number * AddressesOfCluster) + ++_addresses;
        return string.Create(CultureInfo.InvariantCulture, $"198.{18 + ((number >> 16) & 1)}.{(number >> 8) & 255}.{number & 255}");
    }
}

/// <param name="Hosts">Names of the nodes that it sends to.</param>
public sealed record LoadBalancer(ObjectKey Service, string Address, IReadOnlyList<string> Hosts);

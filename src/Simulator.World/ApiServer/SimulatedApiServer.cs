using Simulator.Api;
using Simulator.Api.Validation;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.ApiServer.Admission;
using Simulator.World.Specification;

namespace Simulator.World.ApiServer;

/// <summary>
/// What the API server does to the store for each call: naming, defaults, conflicts, graceful deletion (pkg/registry of 1.3.10).
/// </summary>
public sealed class SimulatedApiServer(ObjectStore store, RandomStream names)
{
    private readonly PodLabelIndex _labels = new(store);
    private readonly ScaleTable _scales = new();
    private readonly NewObjects _new = new(store, names);

    /// <summary>The last pod without a name in which nothing was found wrong.</summary>
    private ApiObject? _soundTemplate;

    public ObjectStore Store => store;

    /// <summary>What node controllers asked of it while they marked nodes.</summary>
    public MarkingCalls Markings { get; } = new();

    /// <summary>The servers that calls are sent to.</summary>
    public ApiServerFleet Fleet { get; init; } = new(new ApiServerOptions());

    /// <summary>False while it answers nobody.</summary>
    public bool IsUp { get; set; } = true;

    /// <summary>--admission-control; null = AlwaysAdmit.</summary>
    public AdmissionChain? Admission { get; init; }

    /// <summary>Heapster, if there is one.</summary>
    public IMetricsServer MetricsServer { get; set; } = new NoMetricsServer();

    /// <summary>Metrics behind APIs of their own, where there are any.</summary>
    public IMetricsApis MetricsApis { get; set; } = new NoMetricsApis();

    /// <summary>Null: services get no addresses, and are asked for none.</summary>
    public ServiceAddresses? Addresses { get; init; }

    /// <summary>What is valid because the version acts upon it.</summary>
    public IReadOnlySet<string> ActedUpon { get; init; } = KubernetesVersions.Default.ActsUpon;

    /// <summary>From 0 to 1: how much longer than it need be the pause of an eviction is that has met another.</summary>
    public Func<double> EvictionJitter { get; init; } = static () => 0;

    /// <summary>Kinds that have a scale.</summary>
    public IReadOnlyList<string> Scalable { get; init; } = KubernetesVersions.Default.Scalable;

    /// <summary>Heartbeats are arithmetic, not writes, but they still make the writer of an older node lose.</summary>
    public IHeartbeats? Heartbeats { get; set; }

    /// <summary>As heartbeats, where kubelets renew leases; null where they do not.</summary>
    public ILeases? Leases { get; set; }

    public ApiResponse Execute(ApiRequest request, Instant now) => !IsUp ? new ApiResponse(request, ApiResult.Unavailable) : request switch
    {
        GetRequest get => Found(request, store.Find(get.Kind, get.Key)),
        ListRequest list => new ApiResponse(request, ApiResult.Ok, Items: store.List(list.Kind, list.Namespace)),
        ListPodsRequest list => new ApiResponse(request, ApiResult.Ok, Items: PodsOf(list)),
        ListPodsOnNodeRequest list => new ApiResponse(request, ApiResult.Ok, Items: store.PodsOn(list.NodeName)),
        CreateRequest create => Create(create, now),
        UpdateRequest update => Replace(request, update.Object, UpdateRules.ForSpec),
        UpdateStatusRequest update when HasBeatenSince(update, now) => new ApiResponse(request, ApiResult.Conflict),
        UpdateStatusRequest update => Replace(request, update.Object, UpdateRules.ForStatus),
        GetScaleRequest get => ScaleCalls.Get(get, store, _scales, Scalable),
        UpdateScaleRequest update => Rescale(update),
        PodMetricsRequest get => new ApiResponse(request, ApiResult.Ok) { Metrics = MetricsServer.Answer(get, now) },
        CustomMetricRequest get => new ApiResponse(request, ApiResult.Ok) { Metrics = MetricsServer.Answer(get, now) },
        ResourceMetricsRequest or PodsMetricRequest or ObjectMetricRequest or ExternalMetricRequest => MetricsApis.Answer(request, now),
        PatchVolumesAttachedRequest patch => NodePatches.Apply(patch, store),
        PatchTaintsRequest patch => NodePatches.Apply(patch, store),
        AdoptRequest adopt => OwnerPatches.Apply(adopt, store),
        ReleaseRequest release => OwnerPatches.Apply(release, store),
        DeleteRequest delete => Delete(delete, now),
        EvictRequest evict => Evictions(now).Evict(evict),
        DeleteCollectionRequest delete => DeleteAll(delete, now),
        BindRequest bind => Bind(bind, now),
        HealthRequest => new ApiResponse(request, ApiResult.Ok),
        EventRequest told => Note(told),
        _ => throw new NotSupportedException($"The API server knows no {request.GetType().Name}."),
    };

    internal EvictionCalls Evictions(Instant now) => new(store, this, now);

    /// <summary>Told of every Event that a component has written; nobody keeps them.</summary>
    public event Action<EventRequest>? EventWritten;

    private ApiResponse Note(EventRequest told)
    {
        EventWritten?.Invoke(told);
        return new ApiResponse(told, ApiResult.Ok);
    }

    private bool HasBeatenSince(UpdateStatusRequest update, Instant now) => update is { Object: Node node, ReadAt: { } readAt }
        && Heartbeats is { } beats && beats.LastHeartbeat(node, now) != beats.LastHeartbeat(node, readAt);

    /// <summary>Told of every creation that was refused, whether by a plug-in or by the rules of the object's kind.</summary>
    public event Action<AdmissionVerdict>? Refused;

    /// <summary>
    /// The object as it would be stored, or why not: plug-ins (those that count have counted it then), name, defaults, rules of its kind.
    /// </summary>
    public AdmissionVerdict Review(ApiObject value, Instant now)
    {
        var verdict = Admission?.Review(value) ?? AdmissionVerdict.Admit(value);
        if (verdict.IsAdmitted) verdict = Judge(_new.Named(verdict.Object, now), verdict.Object, value);
        if (!verdict.IsAdmitted) Refused?.Invoke(verdict);
        return verdict;
    }

    private AdmissionVerdict Judge(ApiObject named, ApiObject admitted, ApiObject sent)
    {
        // Of one template's pods only the letters differ that their names end in (1.8 us and 250 bytes of a settled pod).
        if (ReferenceEquals(admitted, _soundTemplate)) return AdmissionVerdict.Admit(named);
        var prepared = named is Job job ? JobSelector.Generate(job) : named;
        var errors = ObjectRules.OnCreate(prepared, ActedUpon);
        if (errors.Count > 0) return new AdmissionVerdict(ApiResult.Invalid, sent, ObjectRules.Message(prepared, errors));
        if (admitted is Pod { Name.Length: 0 }) _soundTemplate = admitted;
        return prepared is Service service && Addresses is not null ? Addresses.Give(service) : AdmissionVerdict.Admit(prepared);
    }

    private ApiResponse Create(CreateRequest request, Instant now)
    {
        var verdict = Review(request.Object, now);
        if (!verdict.IsAdmitted) return new ApiResponse(request, verdict.Result, Reason: verdict.Reason);
        var admitted = verdict.Object;
        return store.Find(admitted.Kind, admitted.Key) is { } there
            ? new ApiResponse(request, ApiResult.AlreadyExists, there)
            : new ApiResponse(request, ApiResult.Ok, store.Put(admitted));
    }

    /// <summary>What a LIST returns now.</summary>
    public IReadOnlyList<ApiObject> PodsOf(ListPodsRequest list) => _labels.List(list);

    /// <summary>How many objects a LIST returns now.</summary>
    public int Count(ListPodsRequest list) => _labels.Count(list);

    private ApiResponse Replace(ApiRequest request, ApiObject wanted, Func<ApiObject, ApiObject, ApiObject> merge)
    {
        if (store.Find(wanted.Kind, wanted.Key) is not { } stored) return new ApiResponse(request, ApiResult.NotFound);
        var version = wanted.Metadata.ResourceVersion;
        if (version != 0 && version != stored.Metadata.ResourceVersion)
            return new ApiResponse(request, ApiResult.Conflict, stored, Reason: ScaleCalls.ConflictOf(stored));
        var merged = UpdateRules.Identified(stored, merge(stored, wanted));
        if (request is UpdateRequest or UpdateScaleRequest && ObjectRules.OnUpdate(stored, merged, ActedUpon) is { Count: > 0 } errors)
        {
            return new ApiResponse(request, ApiResult.Invalid, stored, Reason: ObjectRules.Message(merged, errors));
        }

        // Unchanged bytes write nothing and wake nobody (etcd helper of 1.3).
        var isSame = ReferenceEquals(merged, stored)
            || (merged with { Metadata = stored.Metadata }).Equals(stored) && merged.Metadata.Labels.SameAs(stored.Metadata.Labels)
            && merged.Metadata.Annotations.SameAs(stored.Metadata.Annotations);
        return new ApiResponse(request, ApiResult.Ok, isSame ? stored : store.Put(merged));
    }

    private ApiResponse Rescale(UpdateScaleRequest request) => ScaleCalls.Told(
        ScaleCalls.Wanted(request, store, Scalable) is { } wanted
            ? Replace(request, wanted, UpdateRules.ForSpec)
            : new ApiResponse(request, ApiResult.NotFound),
        request.Scale);

    private ApiResponse Delete(DeleteRequest request, Instant now)
    {
        if (store.Find(request.Kind, request.Key) is not { } stored) return new ApiResponse(request, ApiResult.NotFound);
        if (request.Uid.Length > 0 && request.Uid != stored.Metadata.Uid) return new ApiResponse(request, ApiResult.Conflict, stored);
        if (stored is Namespace { Finalizers.Count: > 0 } home) return Terminate(request, home, now);
        var grace = stored is Pod pod ? GracefulDeletion.GraceOf(pod, request.GracePeriod) : TimeSpan.Zero;
        if (grace == TimeSpan.Zero)
        {
            if (request.Orphans) OwnerPatches.Orphan(stored, store);
            store.Remove(stored);
            return new ApiResponse(request, ApiResult.Ok, stored);
        }

        return stored.Metadata.IsBeingDeleted
            ? new ApiResponse(request, ApiResult.Ok, stored)
            : new ApiResponse(request, ApiResult.Ok, store.Put(GracefulDeletion.Marked(stored, grace, now)));
    }

    /// <summary>The namespace controller empties it first (pkg/registry/namespace/etcd of 1.3.10).</summary>
    private ApiResponse Terminate(DeleteRequest request, Namespace home, Instant now)
    {
        if (home.Name == NamespaceRule.Immortal)
        {
            return new ApiResponse(
                request, ApiResult.Forbidden, home, Reason: AdmissionVerdict.Forbid(home, "this namespace may not be deleted").Reason);
        }
        if (home.Phase == NamespacePhase.Terminating)
        {
            return new ApiResponse(
                request, ApiResult.Conflict, home, Reason: "The system is ensuring all content is removed from this namespace.");
        }
        var terminating =
            home with { Phase = NamespacePhase.Terminating, Metadata = home.Metadata with { DeletionTimestamp = now.TruncatedToSecond } };
        return new ApiResponse(request, ApiResult.Ok, store.Put(terminating));
    }

    private ApiResponse DeleteAll(DeleteCollectionRequest request, Instant now)
    {
        foreach (var value in store.List(request.Kind, request.Namespace)) Delete(new DeleteRequest(request.Kind, value.Key), now);
        return new ApiResponse(request, ApiResult.Ok);
    }

    private ApiResponse Bind(BindRequest request, Instant now)
    {
        if (store.Find<Pod>("Pod", request.Pod) is not { } pod) return new ApiResponse(request, ApiResult.NotFound);
        if (pod.Metadata.IsBeingDeleted || pod.IsAssigned) return new ApiResponse(request, ApiResult.Conflict, pod);
        var bound = pod with
        {
            Spec = pod.Spec with { NodeName = request.NodeName },
            Status = pod.Status with { Scheduled = new Condition(ConditionStatus.True, "", now.TruncatedToSecond) },
        };
        return new ApiResponse(request, ApiResult.Ok, store.Put(bound));
    }

    private static ApiResponse Found(ApiRequest request, ApiObject? stored) =>
        stored is null ? new ApiResponse(request, ApiResult.NotFound) : new ApiResponse(request, ApiResult.Ok, stored);
}

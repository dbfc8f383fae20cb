using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

/// <summary>
/// A call to the API server that a control loop wants done. Compared by reference: an answer carries the request it belongs to.
/// </summary>
public abstract record ApiRequest;

/// <summary>GET of one object.</summary>
public sealed record GetRequest(string Kind, ObjectKey Key) : ApiRequest;

/// <summary>LIST of the objects of a kind, in key order.</summary>
/// <param name="Namespace">"" = of all namespaces.</param>
public sealed record ListRequest(string Kind, string Namespace = "") : ApiRequest;

/// <summary>LIST of the pods that are bound to a node, in key order.</summary>
public sealed record ListPodsOnNodeRequest(string NodeName) : ApiRequest;

/// <summary>LIST of the pods of a namespace that a selector matches; pods of equal labels side by side, in no useful order.</summary>
/// <param name="Selector">Compiled once by the caller: servers remember by its instance what it matches.</param>
public sealed record ListPodsRequest(string Namespace, SelectorMatcher Selector) : ApiRequest;

/// <summary>POST; an empty name is made from GenerateName by the API server.</summary>
public sealed record CreateRequest(ApiObject Object) : ApiRequest;

/// <summary>PUT of the whole object; refused as a conflict if its resource version is not the stored one.</summary>
public sealed record UpdateRequest(ApiObject Object) : ApiRequest;

/// <summary>
/// PUT of the status subresource; refused as a conflict if the resource version is not the stored one (0 = do not check).
/// </summary>
public sealed record UpdateStatusRequest(ApiObject Object) : ApiRequest
{
    /// <summary>
    /// When the object was read; a host that does not store every heartbeat tells from it whether the kubelet has written since.
    /// </summary>
    public Instant? ReadAt { get; init; }
}

/// <summary>PATCH of a node's status.volumesAttached, and of nothing else.</summary>
/// <param name="Volumes">Sorted.</param>
public sealed record PatchVolumesAttachedRequest(string Node, IReadOnlyList<string> Volumes) : ApiRequest;

/// <summary>PATCH of a node's spec.taints, and of nothing else.</summary>
public sealed record PatchTaintsRequest(string Node, IReadOnlyList<Taint> Taints) : ApiRequest;

/// <summary>DELETE.</summary>
/// <param name="GracePeriod">Null = the object's own; zero removes at once.</param>
/// <param name="Uid">If not "", the deletion is refused when the object has another uid.</param>
public sealed record DeleteRequest(string Kind, ObjectKey Key, TimeSpan? GracePeriod = null, string Uid = "") : ApiRequest
{
    /// <summary>What names it as its owner stays, and names it no more (propagationPolicy: Orphan).</summary>
    public bool Orphans { get; init; }
}

/// <summary>DELETE of all objects of a kind in a namespace, each with its own grace.</summary>
public sealed record DeleteCollectionRequest(string Kind, string Namespace) : ApiRequest;

/// <summary>POST of a binding; refused if the pod is being deleted or already has a node.</summary>
public sealed record BindRequest(ObjectKey Pod, string NodeName) : ApiRequest;

/// <summary>
/// POST of an Event. The host queues events per client and sends them one by one, dropping them when 1,000 wait
/// (pkg/client/record: one recorder goroutine); they cost tokens like any call. No answer is delivered.
/// </summary>
public sealed record EventRequest(string Reason, string InvolvedKind, ObjectKey Involved, string Message) : ApiRequest
{
    /// <summary>Null where nobody looks at it.</summary>
    public EventType? Type { get; init; }
}

public enum EventType
{
    Normal,
    Warning,
}

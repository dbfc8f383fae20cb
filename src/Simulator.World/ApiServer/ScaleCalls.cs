using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer;

/// <summary>
/// The scale subresource (pkg/registry/{experimental/controller,replicaset,deployment}/etcd of 1.3.10): what is written is the object
/// itself.
/// </summary>
internal static class ScaleCalls
{
    private const string Modified =
        "the object has been modified; please apply your changes to the latest version and try again";

    public static ApiResponse Get(
        GetScaleRequest request, ObjectStore store, ScaleTable scales, IReadOnlyList<string> scalable) =>
        Find(request.Kind, request.Key, store, scalable) is { } target
        ? new ApiResponse(request, ApiResult.Ok, scales.Of(target))
        : new ApiResponse(request, ApiResult.NotFound, Reason: Missing(request.Kind, request.Key.Name, scalable));

    /// <summary>The object as the scale wants it; null if it is gone.</summary>
    public static ApiObject? Wanted(UpdateScaleRequest request, ObjectStore store, IReadOnlyList<string> scalable) =>
        Find(request.Scale.TargetKind, request.Scale.Key, store, scalable) is { } target ? request.Scale.AppliedTo(target) : null;

    /// <summary>Conflicts are told in words: autoscalers quote them in their events.</summary>
    public static ApiResponse Told(in ApiResponse response, Scale scale) => response.Result switch
    {
        ApiResult.Conflict => response with { Reason = Conflict(scale) },
        ApiResult.NotFound => response with { Reason = $"{Resource(scale.TargetKind)} \"{scale.Name}\" not found" },
        _ => response,
    };

    /// <summary>What an autoscaler whose copy is old is told; "" of other kinds, where nobody quotes it.</summary>
    public static string ConflictOf(ApiObject stored) =>
        stored is HorizontalPodAutoscaler ? Conflict("horizontalpodautoscalers.autoscaling", stored.Name, Modified) : "";

    /// <summary>That of a replication controller is told twice (ScaleREST.Update wraps what the update said).</summary>
    private static string Conflict(Scale scale) =>
        scale.TargetKind.Equals("ReplicationController", StringComparison.OrdinalIgnoreCase)
        ? Conflict(Resource(scale.TargetKind), scale.Name, Conflict("replicationcontrollers", scale.Name, Modified))
        : Conflict($"{scale.TargetKind.ToLowerInvariant()}s.extensions", scale.Name, Modified);

    private static string Conflict(string resource, string name, string why) =>
        $"Operation cannot be fulfilled on {resource} \"{name}\": {why}";

    /// <summary>Null if there is none, or if it cannot be scaled this way.</summary>
    /// <param name="scalable">Kinds that have a scale.</param>
    public static ApiObject? Find(string kind, ObjectKey key, ObjectStore store, IReadOnlyList<string> scalable) =>
        KindOf(kind, scalable) is { } known ? store.Find(known, key) : null;

    /// <summary>
    /// The client makes a resource of the kind, in small letters: "deployment" will do (pkg/api/meta/restmapper.go). As it is stored: a
    /// StatefulSet as the PetSet that it was called before.
    /// </summary>
    private static string? KindOf(string kind, IReadOnlyList<string> scalable)
    {
        foreach (var known in scalable)
        {
            if (known.Equals(kind, StringComparison.OrdinalIgnoreCase)) return known == "StatefulSet" ? "PetSet" : known;
        }

        return scalable.Contains("StatefulSet") && kind == "PetSet" ? kind : null;
    }

    private static string Missing(string kind, string name, IReadOnlyList<string> scalable) => KindOf(kind, scalable) is null
        ? "the server could not find the requested resource"
        : $"{Resource(kind)} \"{name}\" not found";

    private static string Resource(string kind) => $"{kind.ToLowerInvariant()}s/scale.extensions";
}

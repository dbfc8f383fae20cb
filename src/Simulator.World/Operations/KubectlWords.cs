using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Operations;

/// <summary>What kubectl 1.3 prints of a failed call (checkErr in pkg/kubectl/cmd/util/helpers.go, pkg/api/errors/errors.go).</summary>
internal static class KubectlWords
{
    public static string Of(in ApiResponse response, string cluster) => response.Result switch
    {
        ApiResult.Unavailable => Message(response, cluster),
        ApiResult.Invalid =>
            $"The {SubjectOf(response.Request).Kind} \"{SubjectOf(response.Request).Name}\" is invalid: {WhyInvalid(response.Reason)}",
        _ => $"Error from server: {Message(response, cluster)}",
    };

    /// <summary>The error alone, as other errors quote it.</summary>
    public static string Message(in ApiResponse response, string cluster)
    {
        var resource = SubjectOf(response.Request).Resource;
        return response.Result switch
        {
            ApiResult.Unavailable => $"The connection to the server {cluster} was refused - did you specify the right host or port?",
            ApiResult.TooManyRequests => "the server has received too many requests and has asked us to try again later",
            _ when response.Reason.Length > 0 => response.Reason,
            ApiResult.NotFound => $"{resource} not found",
            ApiResult.AlreadyExists =>
                $"{(response.Object is { Metadata.IsBeingDeleted: true } ? "object is being deleted: " : "")}{resource} already exists",
            ApiResult.Conflict =>
                $"Operation cannot be fulfilled on {resource}: the object has been modified; please apply your changes to the latest "
                    + "version and try again",
            _ => $"{resource}: {response.Result}",
        };
    }

    /// <summary><c>deployments.extensions "web"</c>.</summary>
    public static string ResourceOf(string kind, string name) => $"{ResourceOf(kind)} \"{name}\"";

    private static string ResourceOf(string kind) => $"{kind.ToLowerInvariant()}{(kind is "Endpoints" ? "" : "s")}{GroupOf(kind)}";

    private static string GroupOf(string kind) => kind switch
    {
        "Deployment" or "ReplicaSet" or "DaemonSet" => ".extensions",
        "PetSet" => ".apps",
        "Job" => ".batch",
        "HorizontalPodAutoscaler" => ".autoscaling",
        _ => "",
    };

    /// <summary>The server names the kind with its group before it: <c>PetSet.apps "db" is invalid: WHY</c>.</summary>
    private static string WhyInvalid(string reason)
    {
        const string Mark = " is invalid: ";
        var mark = reason.IndexOf(Mark, StringComparison.Ordinal);
        return mark < 0 ? reason : reason[(mark + Mark.Length)..];
    }

    private static Subject SubjectOf(ApiRequest request) => request switch
    {
        GetRequest get => new Subject(get.Kind, get.Key.Name),
        CreateRequest { Object: var value } => new Subject(value.Kind, value.Name),
        UpdateRequest { Object: var value } => new Subject(value.Kind, value.Name),
        DeleteRequest delete => new Subject(delete.Kind, delete.Key.Name),
        ListRequest list => new Subject(list.Kind, ""),
        _ => new Subject("Pod", ""),
    };

    private readonly record struct Subject(string Kind, string Name)
    {
        public string Resource => Name.Length == 0 ? ResourceOf(Kind) : ResourceOf(Kind, Name);
    }
}

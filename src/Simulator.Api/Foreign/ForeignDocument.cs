using Simulator.Api.Documents;

namespace Simulator.Api.Foreign;

/// <summary>
/// Documents that can be read and are something else than objects, scenarios or policies: told by their keys, or by the file's name.
/// </summary>
internal static class ForeignDocument
{
    public const string Allowed = "allowed are manifests, scenarios and policies";

    private static readonly (Func<string, SourceMapping, bool> Is, string What)[] Looks =
    [
        ((_, map) => Text(map, "kind") == "Config"
            && Has(
                map, "clusters", "contexts", "users",
                "current-context"), "a kubeconfig, which says how kubectl reaches a cluster; give what is in the cluster: kubectl get "
                    + "all -o yaml > all.yaml"),
        ((_, map) => !map.Has("kind")
            && map.Has("contexts")
            && map.Has("users"), "a kubeconfig, which says how kubectl reaches a cluster; give what is in the cluster: kubectl get all "
                + "-o yaml > all.yaml"),
        ((file, map) => Version(map).StartsWith("kustomize.config.k8s.io/", StringComparison.Ordinal)
            || (IsNamed(file, "kustomization")
                && !map.Has("kind")), "a kustomization, not a manifest; build it first: kubectl kustomize . > all.yaml"),
        ((file, map) => !map.Has("kind")
            && (IsNamed(file, "chart") || Version(map) is "v1" or "v2")
            && map.Has("name")
            && map.Has("version"), "the description of a Helm chart; render it first: helm template . > all.yaml"),
        ((file, map) => !map.Has("kind")
            && (IsNamed(file, "requirements") || IsNamed(file, "chart.lock"))
            && map.Has("dependencies"), "the dependencies of a Helm chart; render it first: helm template . > all.yaml"),
        ((file, map) => !map.Has("kind")
            && !map.Has("apiVersion")
            && !map.Has("scenario")
            && IsValues(file), "the values of a Helm chart; render the chart first: helm template . > all.yaml"),
        ((_, map) => !map.Has("kind")
            && map["services"] is SourceMapping services
            && services.Entries.Any(entry => entry.Value is SourceMapping service
                && Has(service, "image", "build")), "a Docker Compose file, not a manifest; convert it first: kompose convert -o all.yaml"),
        ((_, map) => Version(map).StartsWith(
            "skaffold/", StringComparison.Ordinal), "a Skaffold file; render it first: skaffold render > all.yaml"),
        ((_, map) => Version(map).StartsWith(
            "kind.x-k8s.io/",
            StringComparison.Ordinal), $"the configuration of a kind cluster; {Allowed}: nodes come from a scenario's nodePools (simulator "
                + "init)"),
        ((_, map) => (Version(map).Contains(".config.k8s.io/", StringComparison.Ordinal) && !MisplacedFile.IsProfiles(map))
            || Version(map).StartsWith(
                "kubeadm.k8s.io/",
                StringComparison.Ordinal), $"the configuration of a program of a later Kubernetes; {Allowed}: flags are a scenario's to "
                    + "say (controlPlane)"),
        ((_, map) => !map.Has("kind")
            && map["releases"] is SourceSequence releases
            && releases.Items.Any(release => release is SourceMapping item
                && item.Has("chart")), "a helmfile; render it first: helmfile template > all.yaml"),
        ((_, map) => !map.Has("kind") && Has(map, "AWSTemplateFormatVersion"), $"a CloudFormation template; {Allowed}"),
        ((_, map) => !map.Has("kind")
            && Has(
                map, "terraform_version"), "a state of Terraform; take the objects from the cluster: kubectl get all -o yaml > all.yaml"),
        ((_, map) => !map.Has("kind") && Has(map, "openapi", "swagger", "$schema"), $"the description of an API; {Allowed}"),
        ((_, map) => !map.Has("kind") && map.Has("jobs") && Has(map, "on", "true", "workflow"), $"a CI pipeline; {Allowed}"),
        ((_, map) => !map.Has("kind") && Has(map, "scrape_configs", "rule_files"), $"the configuration of Prometheus; {Allowed}"),
        ((_, map) => !map.Has("kind")
            && map.Has("digest")
            && map.Has("measures"), "the result of a run; simulator explain reads its folder"),
        ((_, map) => map.Has("Name")
            && map.Has("Namespace")
            && Has(map, "Labels", "Annotations"), "what kubectl describe prints for people; kubectl get -o yaml writes the objects"),
    ];

    /// <summary>What the file is and what to do instead; null if it may be meant for us.</summary>
    public static string? What(string file, IReadOnlyList<SourceNode> documents)
    {
        foreach (var document in documents)
        {
            if (document is SourceSequence list
                && list.Items is [SourceMapping play, ..]
                && play.Has("hosts")
                && Has(play, "tasks", "roles"))
            {
                return $"an Ansible playbook; {Allowed}";
            }
            if (document is SourceMapping map && Array.Find(Looks, look => look.Is(file, map)).What is { } what) return what;
        }

        return ForeignTemplate.OfTree(documents);
    }

    private static bool Has(this SourceMapping map, string key) => map.IndexOf(key) >= 0;

    private static bool Has(SourceMapping map, params string[] any) => Array.Exists(any, key => map.IndexOf(key) >= 0);

    private static string Text(SourceMapping map, string key) => (map[key] as SourceScalar)?.Text ?? "";

    private static string Version(SourceMapping map) => Text(map, "apiVersion");

    private static bool IsNamed(string file, string name) =>
        Path.GetFileNameWithoutExtension(file).Equals(name, StringComparison.OrdinalIgnoreCase)
            || Path.GetFileName(file).Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsValues(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).ToLowerInvariant();
        return name == "values"
            || name.StartsWith("values-", StringComparison.Ordinal)
            || name.StartsWith("values.", StringComparison.Ordinal)
            || name.EndsWith("-values", StringComparison.Ordinal)
            || name.EndsWith(".values", StringComparison.Ordinal);
    }
}

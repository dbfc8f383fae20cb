namespace Simulator.Scenarios.Import.Load;

/// <summary>Whose a series is.</summary>
/// <param name="Label">By this label; "": the first of the usual ones that it has.</param>
/// <param name="Name">For series that have no such label; "": the name of the file.</param>
/// <param name="Namespace">For series without a label of their namespace.</param>
public sealed record LoadNaming(string Label, string Name, string Namespace)
{
    private static readonly string[] Names =
    [
        "service", "service_name", "kubernetes_service_name", "destination_service_name", "exported_service", "app", "deployment", "job",
        "pod", "pod_name", "container", "container_name", "instance",
    ];

    private static readonly string[] Namespaces =
        ["namespace", "exported_namespace", "kubernetes_namespace", "destination_service_namespace", "pod_namespace"];

    internal (string Namespace, string Name) Of(IReadOnlyDictionary<string, string> labels, string file)
    {
        var keys = Label.Length > 0 ? [Label] : Names;
        var name = keys.Select(key => labels.GetValueOrDefault(key, "")).FirstOrDefault(value => value.Length > 0) ?? Fallback(file);
        var home = Namespaces.Select(key => labels.GetValueOrDefault(key, "")).FirstOrDefault(value => value.Length > 0) ?? Namespace;
        return (home, name);
    }

    internal string Fallback(string file) => Name.Length > 0 ? Name : Path.GetFileName(file).Split('.')[0];
}

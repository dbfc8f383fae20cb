namespace Simulator.Api.Validation;

/// <summary>
/// What the API server does to an object before it judges it (BeforeCreate in pkg/api/rest/create.go of 1.3.10), as far as a manifest can
/// tell.
/// </summary>
internal static class ObjectPreparation
{
    /// <summary>The object as it would be on its way into the store: under a name, as some object.</summary>
    public static ApiObject AsCreated(ApiObject value)
    {
        var named = value.Name.Length > 0 || value.Metadata.GenerateName.Length == 0
            ? value
            : value with { Metadata = value.Metadata with { Name = GeneratedNames.Make(value.Metadata.GenerateName, "xxxxx") } };
        return named is Job job ? JobSelector.Generate(job with { Metadata = job.Metadata with { Uid = "uid" } }) : named;
    }
}

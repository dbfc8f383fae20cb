namespace Simulator.ControlPlane.Controllers.Claiming;

/// <summary>The group and version under which controllers name the kinds that own pods.</summary>
internal static class OwnerKinds
{
    public static string VersionOf(string kind) => kind switch
    {
        "ReplicationController" => "v1",
        "Job" => "batch/v1",
        _ => "apps/v1",
    };
}

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>Values of persistentVolumeReclaimPolicy.</summary>
internal static class ReclaimPolicies
{
    public const string Retain = "Retain";

    public const string Recycle = "Recycle";

    public const string Delete = "Delete";
}

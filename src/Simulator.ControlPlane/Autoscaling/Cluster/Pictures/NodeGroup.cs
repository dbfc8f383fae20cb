namespace Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

/// <summary>A group of like machines that the autoscaler may resize, as its flag --nodes=MIN:MAX:ID says.</summary>
/// <param name="Id">How the cloud calls it.</param>
public sealed record NodeGroup(string Id, int MinSize, int MaxSize);

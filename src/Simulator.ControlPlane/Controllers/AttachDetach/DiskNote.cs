namespace Simulator.ControlPlane.Controllers.AttachDetach;

/// <summary>The attach/detach controller has begun to detach a disk without knowing that its node is done with it.</summary>
/// <param name="Waited">Since nobody wanted it there any more.</param>
public readonly record struct DiskNote(string Disk, string Node, TimeSpan Waited);

using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Serving;

/// <summary>A service that is told of its pods, one by one.</summary>
internal interface IServed
{
    /// <summary>A pod that it selects, new or changed.</summary>
    void Put(Pod pod);

    /// <summary>It selects the pod no more, or the pod is gone.</summary>
    void Remove(ObjectKey pod);

    /// <summary>All that it selects, in no useful order.</summary>
    IEnumerable<Pod> Pods();
}

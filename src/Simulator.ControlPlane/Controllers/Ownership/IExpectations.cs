using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Ownership;

/// <summary>What a controller has done and its watch has not shown yet.</summary>
public interface IExpectations
{
    void CreationObserved(ObjectKey owner);

    void DeletionObserved(ObjectKey owner, ObjectKey pod);

    void Forget(ObjectKey owner);
}

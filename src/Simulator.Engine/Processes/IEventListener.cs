namespace Simulator.Engine;

internal interface IEventListener
{
    void On(Event source);
}

"""The map: the stages in order. Only this module knows it.

sources -> cleaning -> annotation -> mentions -> dating -> claims        for each document alone
linking -> chronicle                                                     over all readings
"""
